import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LintRequest } from 'backstage-plugin-chart-provenance-common';
import {
  answer,
  FakeChartProvenance,
  lintFinding,
  lintReport,
} from '../../__fixtures__';
import { renderPage } from '../../__testUtils__';
import { OperatorPage } from '../OperatorPage';

// What the button hands to the browser; jsdom has no clipboard.
const mockCopy = jest.fn();
jest.mock('react-use/esm/useCopyToClipboard', () => ({
  __esModule: true,
  default: () => [{}, mockCopy],
}));

const PATH = '/chart-provenance/lint';
const DOUBLED = 'helm push p.tgz oci://ghcr.io/acme/payments';

/** Where the name of the chart stands twice. */
const at = DOUBLED.indexOf('/payments');
const end = DOUBLED.length;

function doubled({ text }: LintRequest) {
  return text.includes('/payments')
    ? lintReport({
        findings: [
          lintFinding({
            start: { line: 1, column: at + 1, offset: at },
            end: { line: 1, column: end + 1, offset: end },
          }),
        ],
        corrected: text.replace('/payments', ''),
      })
    : lintReport();
}

describe('the reference checker', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
    api.linted = doubled;
    mockCopy.mockReset();
    // Every browser has it; jsdom has not.
    File.prototype.arrayBuffer = function arrayBuffer(this: File) {
      return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () =>
          typeof reader.result === 'object' &&
          reader.result &&
          resolve(reader.result);
        reader.onerror = () => reject(reader.error);
        reader.readAsArrayBuffer(this);
      });
    };
  });

  const show = (
    hash = '',
    options: Partial<Parameters<typeof renderPage>[1]> = {},
  ) =>
    renderPage(<OperatorPage />, { api, path: PATH, search: hash, ...options });
  const editor = () =>
    screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Text to check',
    });
  const paste = async (text: string) => {
    const area = await editor();
    await userEvent.click(area);
    await userEvent.paste(text);
    return area;
  };
  const findings = () => screen.findByRole('list', { name: 'Findings' });

  it('begins with examples, and says nothing against what is right', async () => {
    const view = await show();
    expect(api.sent).toEqual([]);
    await userEvent.click(await screen.findByText('An Argo CD application'));
    await screen.findByText('Nothing was found');
    expect(screen.getByLabelText('Kind of file')).toHaveValue(
      'application.yaml',
    );
    expect(api.sent).toEqual([
      expect.objectContaining({ filename: 'application.yaml' }),
    ]);
    expect(view.address()).toBe(PATH);
  });

  it('says where, what, what the tool prints, and what to do; goes there', async () => {
    await show('', { rulesUrl: 'https://docs.acme.dev/rules' });
    const area = await paste(DOUBLED);
    const [item] = within(await findings()).getAllByRole('listitem');
    expect(item).toHaveTextContent(
      /^Error1:\d+push-with-chart-namehelm push adds the name of the chart.*helm push prints:Pushed: .*What to do: Leave the name of the chart out\.Apply$/,
    );
    expect(
      within(item).getByText('push-with-chart-name').closest('a'),
    ).toHaveAttribute(
      'href',
      'https://docs.acme.dev/rules#push-with-chart-name',
    );
    await userEvent.click(
      within(item).getByRole('button', { name: /Go to line 1/ }),
    );
    expect(area).toHaveFocus();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(
      '/payments',
    );
  });

  it('applies one correction, and shows all of them as a change', async () => {
    await show();
    const area = await paste(`${DOUBLED}\necho done`);
    const corrections = await screen.findByLabelText('corrections');
    expect(corrections.textContent).toBe(
      `@@ -1,2 +1,2 @@\n-${DOUBLED}\n+helm push p.tgz oci://ghcr.io/acme\n echo done\n`,
    );
    await userEvent.click(
      within(await findings()).getByRole('button', { name: 'Apply' }),
    );
    expect(area).toHaveValue('helm push p.tgz oci://ghcr.io/acme\necho done');
    await screen.findByText('Nothing was found');
  });

  it('applies all at once', async () => {
    await show();
    const area = await paste(DOUBLED);
    await userEvent.click(await screen.findByText('Apply all'));
    expect(area).toHaveValue('helm push p.tgz oci://ghcr.io/acme');
  });

  it('asks once when the typing pauses, and gives the older question up', async () => {
    let release = () => {};
    api.lintGate = new Promise(resolve => {
      release = resolve;
    });
    await show();
    await paste(DOUBLED);
    await waitFor(() => expect(api.sent).toHaveLength(1));
    api.lintGate = Promise.resolve();
    await userEvent.type(await editor(), ' # x');
    await findings();
    expect(api.sent).toHaveLength(2);
    api.linted = () => answer(500);
    release();
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('does not apply what belongs to a text before', async () => {
    await show();
    const area = await paste(DOUBLED);
    await findings();
    api.lintGate = new Promise(() => {});
    fireEvent.change(area, { target: { value: `# new\n${DOUBLED}` } });
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
    expect(screen.getByText('Apply all').closest('button')).toBeDisabled();
    expect(screen.queryByLabelText('corrections')).toBeNull();
    expect(screen.getByText(/checking again/)).toBeVisible();
  });

  it('takes a text from the link, and gives one, without the address bar', async () => {
    const view = await show(`#text=${btoa(DOUBLED)}&name=release.sh`);
    await waitFor(async () => expect(await editor()).toHaveValue(DOUBLED));
    expect(screen.getByLabelText('Kind of file')).toHaveValue('release.sh');
    await userEvent.click(screen.getByText('Copy link'));
    await screen.findByText(/Link copied/);
    const [[link]] = mockCopy.mock.calls;
    expect(link).toBe(
      `http://localhost/#text=${btoa(DOUBLED).replace(
        /=+$/,
        '',
      )}&name=release.sh`,
    );
    expect(view.address()).toBe(PATH);
  });

  it('reads a file, by button or drop', async () => {
    await show();
    const file = new File([DOUBLED], 'deploy/release.sh');
    await userEvent.upload(await screen.findByLabelText('File to check'), file);
    await findings();
    expect(await editor()).toHaveValue(DOUBLED);
    const binary = new File([Uint8Array.from([0xff, 0xfe, 0])], 'x.tgz');
    fireEvent.drop(await editor(), { dataTransfer: { files: [binary] } });
    await screen.findByText('The file is no text in UTF-8');
    expect(await editor()).toHaveValue(DOUBLED);
    const large = new File(['x'.repeat(256 * 1024 + 1)], 'large.yaml');
    fireEvent.drop(await editor(), { dataTransfer: { files: [large] } });
    await screen.findByText('The file is larger than 256 KiB');
  });

  it('sends nothing that is too large', async () => {
    await show();
    fireEvent.change(await editor(), {
      target: { value: 'ä'.repeat(128 * 1024 + 1) },
    });
    await screen.findByText('The text is longer than 256 KiB');
    expect(api.sent).toEqual([]);
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '<b onclick=alert(1)>x</b>\u202E';
    api.linted = () =>
      lintReport({
        findings: [
          lintFinding({
            rule: hostile,
            anchor: '#x"><b>',
            message: hostile,
            fix: hostile,
            tool: { name: hostile, prints: hostile },
          }),
        ],
        unread: [hostile],
        corrected: hostile,
      });
    const view = await show('', { rulesUrl: 'data:text/html,x' });
    await paste(hostile);
    await findings();
    expect(view.container.querySelector('b')).toBeNull();
    expect(view.container.querySelector('a[href^="data"]')).toBeNull();
  });

  it('shows hundreds of findings in steps', async () => {
    api.linted = () =>
      lintReport({ findings: Array(500).fill(lintFinding()), cut: true });
    await show();
    await paste(DOUBLED);
    expect(within(await findings()).getAllByRole('listitem')).toHaveLength(50);
    await screen.findByText('More than 500 findings');
    await userEvent.click(screen.getByText('Show more (50 of 500)'));
    expect(within(await findings()).getAllByRole('listitem')).toHaveLength(100);
  });

  it.each<[string, Error | ReturnType<typeof lintReport>, RegExp[]]>([
    [
      'took too long',
      answer(400),
      [/The checker gave up on this text/, /Paste less of it/],
    ],
    [
      'rate-limited',
      answer(429),
      [/Too many requests for a check of this text/, /Try again/],
    ],
    ['too large for the backend', answer(413), [/This is too much at once/]],
    ['an older backend', answer(404), [/The backend does not have this yet/]],
    [
      'partly unread',
      lintReport({ unread: ['The YAML breaks off in line 3.'] }),
      [
        /Part of the text could not be read/,
        /breaks off in line 3/,
        /Nothing was found in what could be read/,
      ],
    ],
  ])('has words for: %s', async (_state, outcome, words) => {
    api.linted = () => outcome;
    const view = await show();
    await paste(DOUBLED);
    await waitFor(() => {
      for (const word of words) {
        expect(view.container).toHaveTextContent(word);
      }
    });
  });

  it('says when the link is cut off', async () => {
    await show('#text=%E4');
    expect(
      await screen.findByText('The text in this link cannot be read'),
    ).toBeVisible();
  });
});
