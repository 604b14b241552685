import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ChartProvenanceService,
  ConsumerService,
  GateService,
  LintService,
  MigrationService,
  SnippetService,
} from '../service';

/** What actions ask; each authorised. */
export interface ActionServices {
  service: Pick<ChartProvenanceService, 'entity' | 'versions' | 'version'>;
  consumers: Pick<ConsumerService, 'consumers'>;
  migration: Pick<MigrationService, 'migration'>;
  snippets: Pick<SnippetService, 'snippets' | 'snippet'>;
  gate: Pick<GateService, 'decide'>;
  lint: Pick<LintService, 'lint'>;
  auditor: AuditorService;
}
