/**
 * Brings an element into view and the keyboard to it; does nothing when there is none of that id.
 *
 * @internal
 */
export function goToElement(
  id: string,
  block: ScrollLogicalPosition = 'center',
): void {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView?.({ block });
}
