/**
 * What was deleted over HTTP. A target has no deletion, so the registry hides what it still holds; a registry started
 * anew over the same target shows it again.
 *
 * @internal
 */
export class Deletions {
  private readonly hidden = new Set<string>();

  /** @param tagOrDigest - a tag never contains a colon, a digest always does: they cannot be confused */
  add(tagOrDigest: string): void {
    this.hidden.add(tagOrDigest);
  }

  undo(tagOrDigest: string): void {
    this.hidden.delete(tagOrDigest);
  }

  has(tagOrDigest: string): boolean {
    return this.hidden.has(tagOrDigest);
  }
}
