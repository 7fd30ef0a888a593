/** What the inbox in localStorage holds of a response: its keys, by revision. */
export function inboxOf(id: string, storage = localStorage): { key: string; revision: number; endpoint: string; queue: string; body: string }[] {
  return Object.keys(storage)
    .filter((key) => key.startsWith('askwell:inbox:["'))
    .map((key) => {
      const [endpoint, queue, of, revision] = JSON.parse(`${key.slice('askwell:inbox:'.length)}]`) as [string, string, string, number];
      return { key, revision, endpoint, queue, body: storage.getItem(key)!, of };
    })
    .filter(({ of }) => of === id)
    .toSorted((a, b) => a.revision - b.revision);
}
