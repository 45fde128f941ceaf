declare const form: unique symbol;

/**
 * A text that was checked to name days of the calendar in one of its forms.
 *
 * The forms are branded by one property, so that a day and a month are partial dates without a cast, and no month is a day.
 */
export type CalendarText<Form extends "day" | "month" | "year" | "interval"> = string & {
  readonly [form]: Form;
};
