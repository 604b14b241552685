import { makeStyles } from '@material-ui/core';
import {
  VersionDetail,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { useEffect } from 'react';
import { ChartKey } from '../../api';
import { shortDigest } from '../../format/shortDigest';
import { useSelection } from '../../hooks/useSelection';
import { CopyButton } from '../atoms';
import { TryGate } from '../GateAnswer';
import { VerdictShield } from '../VerdictShield';
import { CheckItYourselfPart } from './CheckItYourselfPart';
import { ContentsPart } from './ContentsPart';
import { goToDrawerPart, isDrawerPart } from './drawerParts';
import { EvidencePart } from './EvidencePart';
import { HistoryPart } from './HistoryPart';
import { RepublishNotice } from './RepublishNotice';
import { SbomSection } from './SbomSection';
import { SignerPart } from './SignerPart';
import { StatementsPart } from './StatementsPart';
import { VerdictPart } from './VerdictPart';

const useStyles = makeStyles(theme => ({
  summary: { margin: theme.spacing(1, 0) },
  reference: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
}));

/** Goes where the address leads, once: links inside of the drawer go there themselves. */
function useOpenedAt(): void {
  const { part, evidence } = useSelection();
  useEffect(() => {
    if (isDrawerPart(part)) {
      goToDrawerPart(part, evidence ?? undefined);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

/**
 * The parts of the drawer, verdict first.
 *
 * @internal
 */
export const VersionProof = ({
  chart,
  detail,
  versions,
}: {
  chart: ChartKey;
  detail: VersionDetail;
  /** Other versions of the chart, to compare with. */
  versions: VersionRow[];
}) => {
  const classes = useStyles();
  const { row, verdict, evidence } = detail;
  useOpenedAt();
  return (
    <>
      <div className={classes.reference}>
        <code title={detail.reference}>{shortReference(detail)}</code>
        <CopyButton text={detail.reference} label="reference" />
      </div>
      <div className={classes.summary}>
        <VerdictShield verdict={row.verdict} />
      </div>
      <RepublishNotice row={row} tags={detail.tags} />
      <VerdictPart
        verdict={verdict}
        evidence={evidence}
        reference={detail.reference}
      />
      <TryGate
        chart={chart}
        reference={detail.reference}
        version={row.version}
      />
      <SignerPart verdict={verdict} evidence={evidence} />
      <SbomSection chart={chart} detail={detail} versions={versions} />
      <StatementsPart verdict={verdict} evidence={evidence} />
      <ContentsPart
        chart={detail.chart}
        row={row}
        contents={detail.contents}
        evidence={evidence}
        of={chart}
      />
      <HistoryPart tags={detail.tags} />
      <EvidencePart chart={chart} digest={row.digest} evidence={evidence} />
      <CheckItYourselfPart
        commands={detail.commands}
        notes={detail.commandNotes}
      />
    </>
  );
};

function shortReference({ reference, row }: VersionDetail): string {
  return reference.replace(row.digest, shortDigest(row.digest));
}
