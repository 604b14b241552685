/** Gives every element a size, which jsdom does not: without it, a virtual list believes that nothing is in view. */
export function giveElementsSize(height = 600, width = 1200): void {
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height);
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(width);
  Element.prototype.scrollTo = () => {};
}
