/** The names in a header that lists names, in small letters. */
export function headerList(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '').split(',').map((each) => each.trim().toLowerCase()).filter(Boolean);
}
