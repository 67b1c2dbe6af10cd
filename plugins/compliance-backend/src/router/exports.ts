import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { ExportFormat, exportFormats, writeFile } from '../exports/formats';
import { ServiceExporter } from '../exports/ServiceExporter';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { readEntitiesBody, readEntitiesQuery } from './entitiesQuery';
import { counted, fileSender, SentFile } from './sendFile';

export function addExportRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: Pick<AccessControl, 'mayExport' | 'accessOf'>;
    ownership: Pick<Ownership, 'refsOf'>;
    clauseQueries: Pick<ClauseQueries, 'resolve'>;
    exporter: Pick<ServiceExporter, 'pages'>;
  },
): void {
  const { access, ownership, clauseQueries, exporter } = options;
  const send = fileSender(options);

  const servicesFile = (
    format: ExportFormat,
    query: EntitiesQuery,
  ): SentFile => ({
    name: 'services',
    extension: format.id,
    meta: { format: format.id, filters: filtersOf(query) },
    async write(credentials, counter) {
      const pages = exporter.pages(
        await clauseQueries.resolve(query),
        await access.accessOf(credentials),
        query.filter?.mine ? await ownership.refsOf(credentials) : [],
      );
      return writeFile(counted(pages, counter), format);
    },
  });

  for (const format of exportFormats) {
    const path = `/exports/services.${format.id}`;
    router.get(path, (req, res) =>
      send(
        req,
        res,
        servicesFile(format, readEntitiesQuery(req.query, options)),
      ),
    );
    router.post(path, (req, res) =>
      send(req, res, servicesFile(format, readEntitiesBody(req.body, options))),
    );
  }
}

/** What is filtered by; not the values, which may be anything. */
export function filtersOf({
  filter = {},
  query,
  fullText,
}: EntitiesQuery): string[] {
  return Object.entries({ ...filter, query, fullText })
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key);
}
