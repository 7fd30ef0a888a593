/** Runs two things in turn and posts the times, in ms, which each measures itself. */
export async function compare(ours: () => Promise<number>, bare: () => Promise<number>, rounds: number): Promise<void> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  // The first rounds warm up.
  for (let round = -Math.ceil(rounds / 40); round < rounds; round++) {
    const [our, their] = [await ours(), await bare()];
    if (round < 0) continue;
    times.ours.push(our);
    times.bare.push(their);
  }
  await fetch('/result', { method: 'POST', body: JSON.stringify(times) });
}
