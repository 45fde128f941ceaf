/** The times of several functions, which run in turns, round by round: what slows the machine down slows all of them. */
export async function timesInTurns(functions, rounds) {
  const names = Object.keys(functions);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const repeats = {};
  for (const name of names) {
    // Once to compile it, and until it is known how long it takes; short ones are repeated for a millisecond.
    let took = Number.POSITIVE_INFINITY;
    for (
      let start = performance.now(), calls = 0;
      calls < 2 || (performance.now() - start < 60 && calls < 500);
      calls++
    ) {
      took = Math.min(took, await timeOf(functions[name], 1));
    }
    repeats[name] = Math.max(1, Math.ceil(1 / took));
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(await timeOf(functions[name], repeats[name]));
  }
  return times;
}

async function timeOf(work, repeats) {
  const start = performance.now();
  for (let nth = 0; nth < repeats; nth++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / repeats;
}

export function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

export const geometricMean = (values) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** The time of the processor that some work takes, in milliseconds: what else runs on the machine is not in it. */
export function processorTimeOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The processor time of a call in milliseconds, after those that compile it. */
export function processorTime(call) {
  const usedBy = (least) => {
    const before = process.cpuUsage();
    let [calls, used] = [0, 0];
    while (calls < 3 || (used < least && calls < 5000)) {
      call();
      calls++;
      const { user, system } = process.cpuUsage(before);
      used = (user + system) / 1000;
    }
    return used / calls;
  };
  usedBy(100);
  return usedBy(150);
}

/** By how many milliseconds of the processor a call takes longer than another: the median of rounds in which they take turns. */
export function timeBeside(other, call, rounds = 15) {
  const more = [];
  for (let round = -5; round < rounds; round++) {
    const [without, taken] = [processorTimeOf(other), processorTimeOf(call)];
    if (round >= 0) more.push(taken - without);
  }
  return medianOf(more);
}

/** The median of the ratios of the rounds: one round is spoilt by what else the machine does, most are not. */
export const medianRatio = (times, ofReference) =>
  medianOf(times.map((time, round) => time / ofReference[round]));
