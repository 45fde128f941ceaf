const zero = 48;
const nine = 57;

/** The whole number that the characters from `start` up to `end` write; −1 where one of them is no digit 0 to 9. */
export function readDigits(text: string, start: number, end: number): number {
  let value = 0;
  for (let position = start; position < end; position += 1) {
    const character = text.charCodeAt(position);
    // A position behind the text gives NaN, which no comparison lets pass.
    if (!(character >= zero && character <= nine)) return -1;
    value = value * 10 + character - zero;
  }
  return value;
}

/** Whether the character at this position is a hyphen. */
export function isHyphenAt(text: string, position: number): boolean {
  return text.charCodeAt(position) === 45;
}

/** A year of 1 to 9999 with four digits. */
export function writeYear(year: number): string {
  return year > 999 ? String(year) : String(year).padStart(4, "0");
}

/** A month or a day of the month with two digits. */
export function writeTwoDigits(value: number): string {
  return value > 9 ? String(value) : `0${value}`;
}
