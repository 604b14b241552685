import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { ChartProvenanceService } from '../ChartProvenanceService';

/** What every group of routes is made from. */
export interface RouteOptions {
  /** Authorised: see AuthorizedChartProvenance. */
  service: ChartProvenanceService;
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
