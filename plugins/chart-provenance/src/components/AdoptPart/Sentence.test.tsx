import { render } from '@testing-library/react';
import { Sentence } from './Sentence';

it.each([
  ['Run `helm pull` first.', 'Run helm pull first.', ['helm pull']],
  ['`a` and `b`', 'a and b', ['a', 'b']],
  ['A lone ` stays.', 'A lone ` stays.', []],
  ['`<b>x</b>`', '<b>x</b>', ['<b>x</b>']],
])(
  'shows what is typed as such, and nothing as markup: %s',
  (text, seen, typed) => {
    const { container } = render(<Sentence text={text} />);
    expect(container).toHaveTextContent(seen);
    expect(
      [...container.querySelectorAll('code')].map(one => one.textContent),
    ).toEqual(typed);
    expect(container.querySelector('b')).toBeNull();
  },
);
