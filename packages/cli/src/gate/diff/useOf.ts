import { ConsumerReading } from 'backstage-plugin-chart-provenance-common';
import { ChartUse } from './ChartUse';
import { questionOf } from './questionOf';

/** A reading as a use in a file. */
export function useOf(path: string, reading: ConsumerReading): ChartUse {
  const { kind, namespace, name, part, form, target, wants, pin, written } =
    reading;
  const whose = [namespace, name].filter(Boolean).join('/');
  return {
    path,
    who: [kind, whose, part].filter(Boolean).join(' '),
    written,
    key: JSON.stringify([
      ...[path, kind, namespace, name, part],
      ...[form, target, wants, pin, written],
    ]),
    ask: questionOf(reading),
    marks: [
      wants.digest,
      wants.version,
      target.kind === 'oci' ? lastSegment(target.repository) : null,
      name,
    ].flatMap(mark => mark ?? []),
  };
}

function lastSegment(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
