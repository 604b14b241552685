import { TestApiProvider } from '@backstage/test-utils';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chartProvenanceApiRef } from '../api';
import { ChartVersionPicker, ChosenChart } from './ChartVersionPicker';
import { validatePicker } from './pickerField';

const PAYMENTS = 'component:default/payments';
const reference = (name: string) => `oci://ghcr.io/acme/charts/${name}`;
const chart = (name: string) => ({
  chartId: name,
  reference: reference(name),
});
const version = (text: string, status: string) => ({
  version: text,
  digest: `sha256:${text}`,
  verdict: { status },
});

function show(
  charts: object[],
  props: Partial<Parameters<typeof ChartVersionPicker>[0]> = {},
) {
  const onChange = jest.fn();
  const api = {
    getEntity: jest.fn(async () => ({ charts })),
    listVersions: jest.fn(async () => ({
      items: [version('1.1.0', 'rejected'), version('1.0.0', 'verified')],
    })),
  };
  render(
    <TestApiProvider apis={[[chartProvenanceApiRef, api as never]]}>
      <ChartVersionPicker
        entityRef={PAYMENTS}
        value={undefined}
        options={{}}
        onChange={onChange}
        {...props}
      />
    </TestApiProvider>,
  );
  return { onChange, api };
}

const open = async (label: RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  return within(screen.getByRole('listbox'));
};

describe('ChartVersionPicker', () => {
  it('offers the versions of the only chart, and only what is verified can be chosen', async () => {
    const { onChange } = show([chart('payments')]);
    await screen.findByText(/Only what is verified/);
    const list = await open(/Version/);
    expect(
      list.getByRole('option', { name: '1.1.0 · Rejected' }),
    ).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(
      list.getByRole('option', { name: '1.0.0 · Verified' }),
    );
    expect(onChange).toHaveBeenCalledWith({
      entityRef: PAYMENTS,
      chart: reference('payments'),
      version: '1.0.0',
      digest: 'sha256:1.0.0',
    });
  });

  it('lets the only chart be chosen where no version is asked for', async () => {
    const { onChange } = show([chart('payments')], {
      options: { chartOnly: true },
    });
    await screen.findByText(/Charts that this component owns/);
    const list = await open(/Chart/);
    await userEvent.click(
      list.getByRole('option', { name: reference('payments') }),
    );
    expect(onChange).toHaveBeenCalledWith({
      entityRef: PAYMENTS,
      chart: reference('payments'),
    });
  });

  it('asks which chart where there are several', async () => {
    const { onChange, api } = show([
      chart('edge-cache'),
      chart('edge-gateway'),
    ]);
    const list = await open(/Chart/);
    await userEvent.click(list.getByText(reference('edge-gateway')));
    expect(onChange).toHaveBeenCalledWith({
      entityRef: PAYMENTS,
      chart: reference('edge-gateway'),
    });
    expect(api.listVersions).not.toHaveBeenCalled();
  });

  it('forgets what was chosen for another component', async () => {
    show([chart('a'), chart('b')], {
      value: { entityRef: 'component:default/other', chart: reference('a') },
    });
    await screen.findByText('Charts that this component owns.');
    expect(screen.queryByText(reference('a'))).not.toBeInTheDocument();
  });

  it.each<[string, object[], object, RegExp]>([
    [
      'no component is chosen',
      [],
      { entityRef: '' },
      /Choose the component first/,
    ],
    ['it has no chart', [], {}, /no chart that is indexed/],
  ])('says so when %s', async (_, charts, props, words) => {
    show(charts, props);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says what the backend says', async () => {
    const api = {
      getEntity: jest.fn(async () => {
        throw new Error(
          'This needs the permission chart-provenance.chart.read',
        );
      }),
    };
    render(
      <TestApiProvider apis={[[chartProvenanceApiRef, api as never]]}>
        <ChartVersionPicker
          entityRef={PAYMENTS}
          value={undefined}
          options={{}}
          onChange={jest.fn()}
        />
      </TestApiProvider>,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(/permission/);
  });
});

describe('validatePicker', () => {
  const problems = (value: ChosenChart | undefined, chartOnly: boolean) => {
    const addError = jest.fn();
    validatePicker(
      value,
      { addError },
      { uiSchema: { 'ui:options': { chartOnly } } },
    );
    return addError.mock.calls.length;
  };
  it('takes a chart without a version only where that is asked for', () => {
    const value = { entityRef: PAYMENTS, chart: reference('payments') };
    expect(problems(value, false)).toBe(1);
    expect(problems(value, true)).toBe(0);
    expect(problems({ ...value, digest: 'sha256:a' }, false)).toBe(0);
    expect(problems(undefined, false)).toBe(0);
  });
});
