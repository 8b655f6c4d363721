// A file that the app made, saved once: it comes with the data of a rerun and is known by its id.

export interface SavedFile {
  id: string;
  name: string;
  type: string;
  base64: string;
}

const saved = new Set<string>();

export function saveOnce(file: SavedFile | null | undefined, parent: HTMLElement): void {
  if (!file || saved.has(file.id)) return;
  saved.add(file.id);
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.hidden = true;
  parent.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
