import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { ChartProvenanceService } from '../ChartProvenanceService';
import { ConsumerService } from '../ConsumerService';
import { DistrustService } from '../DistrustService';
import { ImageService } from '../ImageService';
import { GateService } from '../GateService';
import { InventoryService } from '../InventoryService';
import { LintService } from '../LintService';
import { MigrationService } from '../MigrationService';
import { SnippetService } from '../SnippetService';

/** What every group of routes is made from. */
export interface RouteOptions {
  /** Each authorised: see the classes whose names begin with `Authorized`. */
  service: ChartProvenanceService;
  consumers: ConsumerService;
  migration: MigrationService;
  inventory: InventoryService;
  distrust: DistrustService;
  images: ImageService;
  snippets: SnippetService;
  gate: GateService;
  lint: LintService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** Who asks: a user or a service that shows its own token; nobody else. @throws AuthenticationError */
export function callerOf(
  request: Request,
  httpAuth: HttpAuthService,
): Promise<BackstageCredentials> {
  return httpAuth.credentials(request, { allow: ['user', 'service'] });
}

/** The user who asks; services are refused: what follows is a person's word. @throws AuthenticationError, NotAllowedError */
export function userCallerOf(
  request: Request,
  httpAuth: HttpAuthService,
): Promise<BackstageCredentials> {
  return httpAuth.credentials(request, { allow: ['user'] });
}
