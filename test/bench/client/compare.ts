/** Runs two things in turn and posts the medians of their times, which each measures itself. */
export async function compare(
  ours: readonly [name: string, run: () => Promise<number>],
  bare: readonly [name: string, run: () => Promise<number>],
  rounds: number,
): Promise<void> {
  const times: [number[], number[]] = [[], []];
  for (let round = -5; round < rounds; round++) {
    const pair = [await ours[1](), await bare[1]()] as const;
    // The first rounds warm up.
    if (round >= 0) pair.forEach((time, index) => times[index]!.push(time));
  }
  const [oursMs, bareMs] = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!);
  await fetch('/result', { method: 'POST', body: JSON.stringify({ ours: ours[0], bare: bare[0], oursMs, bareMs, rounds }) });
}
