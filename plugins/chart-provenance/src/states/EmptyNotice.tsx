import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { CommandText } from '../components/atoms';
import { Notice } from './Notice';

/**
 * The repository is known and readable, and holds no chart version yet.
 *
 * @internal
 */
export const EmptyNotice = ({ chart }: { chart: ChartSummary }) => {
  const parent = chart.reference.slice(0, chart.reference.lastIndexOf('/'));
  const repository = chart.reference.replace(/^oci:\/\//, '');
  return (
    <Notice
      severity="info"
      title="Nothing is published yet"
      next="Publish and sign a first version from CI, then refresh."
      action={
        <CommandText
          label="commands to publish"
          text={[
            `helm package ./${chart.name}`,
            `helm push ${chart.name}-<version>.tgz ${parent}`,
            `cosign sign ${repository}@<digest printed by helm push>`,
          ].join('\n')}
        />
      }
    >
      The registry was read, and <code>{chart.reference}</code> has no chart
      version.
    </Notice>
  );
};
