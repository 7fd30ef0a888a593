/** Has the browser download a text. The link stands in `root` only while it is followed. */
export function saveFile(root: ParentNode, name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.hidden = true;
  root.append(link);
  link.click();
  link.remove();
  // WebKit reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
