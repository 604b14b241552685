import { lintText } from 'backstage-plugin-chart-provenance-common/lint';
import { EXAMPLES } from './examples';

it.each(EXAMPLES.map(({ title, ...file }) => [title, file] as const))(
  'is a mistake that the checker sees: %s',
  (_title, file) => {
    expect(
      lintText(file).findings.some(({ severity }) => severity === 'error'),
    ).toBe(true);
  },
);

it('shows what a correction is', () => {
  expect(EXAMPLES.some(file => lintText(file).corrected !== null)).toBe(true);
});
