/** For `node --test`: how many tests passed and failed, as JSON. Suites count through their tests. */
export default async function* tally(events) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (data.details?.type === 'suite' || data.skip || data.todo) continue;
    if (type === 'test:pass') counts.passed++;
    if (type === 'test:fail') counts.failed++;
  }
  yield JSON.stringify(counts);
}
