import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  digestOf,
  FakeChartProvenance,
  snippet,
  snippetDiff,
  snippetHead,
  snippetList,
  versionRow,
} from '../../__fixtures__';
import { giveElementsSize, renderPage } from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'publish-signed-chart', namespace: 'default' },
  spec: {},
};

describe('the Adopt part of the entity tab', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
    giveElementsSize();
  });

  const show = (
    search = '',
    options: Partial<Parameters<typeof renderPage>[1]> = {},
  ) =>
    renderPage(<EntityTab />, { api, path: '/tab/adopt', search, ...options });
  const list = () => screen.findByRole('navigation', { name: /^Texts/ });
  const text = (title: string) => screen.findByRole('region', { name: title });

  it('lists by group what can be made, and shows the first with what it is worth', async () => {
    const view = await show();
    const nav = await list();
    expect(
      within(nav)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Publish from CI',
      'Consume with Argo CD',
      'Consume with Flux',
      'Consume otherwise',
      'Enforce',
      'Registry settings',
    ]);
    const panel = await text('GitHub Actions');
    await within(panel).findByText(/is signed by this workflow and no other/);
    expect(within(panel).getByLabelText('What it cannot do')).toHaveTextContent(
      'It cannot tell whether the source was reviewed.',
    );
    expect(
      within(panel).getByLabelText('text of .github/workflows/release.yml')
        .textContent,
    ).toBe(snippet().files[0].text);
    expect(view.address()).toBe('/tab/adopt');
    expect(view.container).not.toHaveTextContent('not verified');
  });

  it('keeps text, version and options in the address', async () => {
    const view = await show('?version=broken');
    await userEvent.click(await screen.findByText('GitLab CI'));
    const panel = await text('GitLab CI');
    await userEvent.selectOptions(
      await within(panel).findByLabelText('Helm'),
      '3',
    );
    await waitFor(() =>
      expect(view.address()).toContain('snippet=gitlab-ci&opt.helm=3'),
    );
    await waitFor(() =>
      expect(within(panel).getByLabelText('Helm')).toHaveValue('3'),
    );
    await userEvent.selectOptions(
      screen.getByLabelText('Version'),
      digestOf(181),
    );
    await waitFor(() =>
      expect(api.asked).toContain(
        `snippet gitlab-ci ${JSON.stringify({
          version: digestOf(181),
          options: { helm: '3' },
        })}`,
      ),
    );
    await userEvent.click(screen.getByText('Plain shell'));
    await text('Plain shell');
    expect(view.address()).toContain(
      `version=${encodeURIComponent(digestOf(181))}`,
    );
    expect(view.address()).not.toContain('opt.helm');
  });

  it('is walked through by the arrow keys, with one stop for Tab', async () => {
    await show();
    const links = within(await list()).getAllByRole('link');
    expect(links.filter(link => link.tabIndex === 0)).toEqual([links[0]]);
    links[0].focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(links[2]).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowDown}');
    expect(links[links.length - 1]).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowDown}{Enter}');
    await text('GitLab CI');
  });

  it('greys what cannot be made, says why, and does not ask for it', async () => {
    await show();
    const kyverno = within(await list()).getByRole('link', { name: /Kyverno/ });
    expect(kyverno).toHaveAccessibleDescription(/No policy applies/);
    await userEvent.click(kyverno);
    expect(await text('Kyverno')).toHaveTextContent(
      /This cannot be made for this chart.*nobody is named to ask for/,
    );
    expect(api.asked.some(call => call.startsWith('snippet kyverno'))).toBe(
      false,
    );
  });

  it('says above the text that the version is not verified, and why', async () => {
    api.snippets = snippetList({
      version: { version: '1.8.1', digest: digestOf(181), verified: false },
    });
    const view = await show();
    await screen.findByText(
      'This version is not verified: its verdict says why',
    );
    expect(screen.getByText('See the verdict').closest('a')).toHaveAttribute(
      'href',
      `/tab/provenance?chart=chart-payments00&version=${encodeURIComponent(
        digestOf(181),
      )}`,
    );
    expect(view.container).toHaveTextContent('pins exactly 1.8.1');
  });

  it('shows the change to the consumer that a link leads to first, readable without colours', async () => {
    api.snippet = id =>
      snippet({
        id,
        diffs: [
          snippetDiff({ consumerId: 'other', title: 'Application x/other' }),
          snippetDiff(),
        ],
      });
    await show('?snippet=argocd-oci&consumer=consumer-ledger');
    const change = await screen.findByLabelText(
      'change to Application argocd/ledger in prod-us',
    );
    expect(change.textContent).toContain(
      '-    repoURL: https://charts.acme.dev\n-    targetRevision: 1.8.x\n+    repoURL: oci://',
    );
    expect(
      [...change.querySelectorAll('[data-line=added]')].map(
        line => line.textContent?.[0],
      ),
    ).toEqual(['+', '+']);
    expect(
      screen.getByRole('link', { name: /Application argocd\/ledger/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/fleet/blob/main/apps/ledger.yaml',
    );
    expect(screen.getByText('1 more').closest('details')).toHaveTextContent(
      'Application x/other',
    );
    expect(api.asked).toContain(
      'snippet argocd-oci {"consumer":"consumer-ledger","options":{}}',
    );
  });

  it('says when there is no change for that consumer', async () => {
    await show('?snippet=argocd-oci&consumer=gone');
    expect(
      await screen.findByText(
        'There is no ready change for the consumer in this link',
      ),
    ).toBeVisible();
  });

  it('leads to the template where the catalog has it, else names it', async () => {
    const view = await show('', { catalog: [template] });
    const link = (await screen.findByText('Open as a pull request')).closest(
      'a',
    );
    expect(link).toHaveAttribute(
      'href',
      `/create/templates/default/publish-signed-chart?${new URLSearchParams({
        formData: JSON.stringify({
          component: 'component:default/payments',
          chart: {
            entityRef: 'component:default/payments',
            chart: 'oci://ghcr.io/acme/charts/payments',
          },
          pipeline: 'github-actions',
        }),
      })}`,
    );
    await userEvent.click(screen.getByText('Flux OCIRepository'));
    await screen.findByText('move-chart-to-oci');
    expect(view.container).toHaveTextContent(
      'Your platform team can install the template',
    );
    await userEvent.click(screen.getByText('Immutable tags'));
    await text('Immutable tags');
    await waitFor(() =>
      expect(screen.queryByText('move-chart-to-oci')).toBeNull(),
    );
  });

  it('saves and wraps a file', async () => {
    const saved: string[] = [];
    Object.assign(URL, {
      createObjectURL: () => 'blob:x',
      revokeObjectURL: () => {},
    });
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    api.snippet = id =>
      snippet({
        id,
        files: [{ path: '../../.ssh/a b', language: 'text', text: 'x' }],
      });
    await show();
    const wrap = await screen.findByText('Wrap lines');
    await userEvent.click(wrap);
    expect(screen.getByText('Do not wrap').closest('button')).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(screen.getByText('Download'));
    expect(saved).toEqual(['a-b']);
  });

  it('shows what strangers wrote as text', async () => {
    const hostile = '<b onclick=alert(1)>x</b>\u202E';
    api.snippets = snippetList({
      items: [
        snippetHead({ title: hostile }),
        snippetHead({ id: 'x', title: 'x', unavailable: hostile }),
      ],
    });
    api.snippet = () =>
      snippet({
        guarantees: hostile,
        cannot: [hostile],
        notes: [hostile],
        files: [{ path: hostile, language: 'yaml', text: hostile }],
        diffs: [
          snippetDiff({
            title: hostile,
            href: 'data:text/html,x',
            patch: `+${hostile}`,
          }),
        ],
        links: [{ title: 'docs', href: 'data:text/html,x' }],
      });
    const view = await show();
    await screen.findByLabelText('What it cannot do');
    expect(view.container.querySelector('b')).toBeNull();
    expect(view.container.querySelector('a[href^="data"]')).toBeNull();
  });

  it('starts over when an option in the link does not fit', async () => {
    api.snippet = (id, { options }) =>
      options?.helm === '9' ? answer(400) : snippet({ id });
    const view = await show('?snippet=shell&opt.helm=9');
    await screen.findByText('This text cannot be made like this');
    await userEvent.click(screen.getByText('Start over with the defaults'));
    await screen.findByText(/is signed by this workflow/);
    expect(view.address()).toBe('/tab/adopt?snippet=shell');
  });

  it('asks the gate about the version when told to', async () => {
    api.rows = [versionRow()];
    await show();
    await userEvent.click(await screen.findByText(/What would the gate say/));
    await userEvent.click(await screen.findByText(/^Ask for/));
    await screen.findByText('Allowed');
    expect(api.sent).toEqual([
      { reference: `oci://ghcr.io/acme/charts/payments@${digestOf(182)}` },
    ]);
  });
});
