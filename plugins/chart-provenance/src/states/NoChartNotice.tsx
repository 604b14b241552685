import { Entity } from '@backstage/catalog-model';
import { CommandText, SafeLink } from '../components/atoms';
import { entityFile } from '../format/entityFile';
import { Notice } from './Notice';

/**
 * No chart is known for the entity: which line to add, and in which file.
 *
 * @internal
 */
export const NoChartNotice = ({ entity }: { entity: Entity }) => {
  const file = entityFile(entity);
  return (
    <Notice
      severity="info"
      title="No chart is known for this entity"
      next={
        <>
          Add the line below to{' '}
          <SafeLink href={file}>
            {file ? "this entity's catalog file" : 'the catalog file'}
          </SafeLink>
          , with the chart's own address. It counts once the platform team's
          configuration lets this entity claim that repository.
        </>
      }
      action={
        <CommandText
          label="annotation to add"
          text={[
            'metadata:',
            '  annotations:',
            `    chart-provenance/charts: oci://registry.example.com/charts/${entity.metadata.name}`,
          ].join('\n')}
        />
      }
    >
      No rule of the platform team matches it by name, and it claims none by
      annotation.
    </Notice>
  );
};
