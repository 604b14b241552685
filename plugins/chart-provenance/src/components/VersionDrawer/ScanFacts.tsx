import {
  ExploitabilityFacts,
  PredicateFacts,
  VulnerabilityFacts,
} from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { RelativeTime } from '../atoms';
import { FactList } from './FactList';

const Vulnerabilities = ({ facts }: { facts: VulnerabilityFacts }) => (
  <FactList
    facts={[
      ['Scanner', facts.scanner && <bdi>{facts.scanner}</bdi>],
      ['Scanned', facts.scannedAt && <RelativeTime at={facts.scannedAt} />],
      [
        'Findings',
        <>
          {facts.count}
          {facts.bySeverity.length > 0 && ': '}
          <bdi>
            {facts.bySeverity
              .map(({ severity, count }) => `${count} ${severity}`)
              .join(' · ')}
          </bdi>
        </>,
      ],
    ]}
  />
);

const Exploitability = ({ facts }: { facts: ExploitabilityFacts }) => (
  <FactList
    facts={[
      ['Author', facts.author && <bdi>{facts.author}</bdi>],
      ['Issued', facts.issuedAt && <RelativeTime at={facts.issuedAt} />],
      [
        'Says',
        <>
          {countWords(facts.count, 'statement')}
          {facts.byStatus.length > 0 && ': '}
          <bdi>
            {facts.byStatus
              .map(({ status, count }) => `${count} ${status}`)
              .join(' · ')}
          </bdi>
        </>,
      ],
    ]}
  />
);

/**
 * What a vulnerability scan or a VEX document says. Shown as it is; nothing here is judged by it.
 *
 * @internal
 */
export const ScanFacts = ({ predicate }: { predicate: PredicateFacts }) => (
  <>
    {predicate.vulnerabilities && (
      <Vulnerabilities facts={predicate.vulnerabilities} />
    )}
    {predicate.exploitability && (
      <Exploitability facts={predicate.exploitability} />
    )}
  </>
);
