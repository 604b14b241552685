/**
 * Hands bytes to the browser as a file to save. The media type is forced, so that no browser renders them.
 *
 * @internal
 */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(
    new Blob([blob], { type: 'application/octet-stream' }),
  );
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName;
  anchor.click();
  // The click has started the save by the next task; before it, revoking would cancel it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
