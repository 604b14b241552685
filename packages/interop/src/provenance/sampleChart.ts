import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART } from './Ground.ts';

/** With lists, whose dashes have to be escaped, and with text that is not ASCII. */
const CHART_YAML = `apiVersion: v2
name: ${CHART.name}
version: ${CHART.version}
appVersion: "1.10"
description: A chart to sign – “quoted”
keywords:
  - one
  - two
maintainers:
  - name: Edge team
    email: edge@acme.example
`;

/** Writes the source of the chart and answers where. */
export function writeSampleChart(folder: string): string {
  const source = join(folder, CHART.name);
  mkdirSync(join(source, 'templates'), { recursive: true });
  writeFileSync(join(source, 'Chart.yaml'), CHART_YAML);
  writeFileSync(
    join(source, 'templates', 'configmap.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n',
  );
  return source;
}
