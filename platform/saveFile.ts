/** Long enough for the browser to take the bytes; the address is worth nothing afterwards. */
const revokeMilliseconds = 10_000;

/** Offers text as a download. What it is given must be redacted already. */
export function saveFile(file: {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), revokeMilliseconds);
}
