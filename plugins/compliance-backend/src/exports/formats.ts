import { fieldList } from '@service-compliance/backstage-plugin-compliance-common';
import { BOM, csvLine } from './csv';
import { serviceColumns, valueOf } from './serviceColumns';
import { ExportedService } from './ServiceExporter';

/** How services are written to a file. */
export interface ExportFormat {
  /** Ending of the name of the file. */
  id: 'csv' | 'json';
  start: string;
  /** Between two services. */
  separator: string;
  write(service: ExportedService): string;
  end: string;
}

const csv: ExportFormat = {
  id: 'csv',
  start: BOM + csvLine(serviceColumns.map(({ heading }) => heading)),
  separator: '',
  write: service =>
    csvLine(serviceColumns.map(({ cellOf }) => cellOf(service))),
  end: '',
};

const json: ExportFormat = {
  id: 'json',
  start: '[',
  separator: ',\n',
  write: service =>
    JSON.stringify({
      ...service.summary,
      owners: service.owners,
      profile: plainProfile(service),
    }),
  end: ']\n',
};

/** Effective values by group and name. */
function plainProfile(service: ExportedService) {
  const profile: Record<string, Record<string, unknown>> = {};
  for (const field of fieldList) {
    const value = valueOf(service, field);
    if (value !== undefined) {
      (profile[field.group] ??= {})[field.name] = value;
    }
  }
  return profile;
}

/** Those that there are. */
export const exportFormats: readonly ExportFormat[] = [csv, json];

/** The text of a file, in pieces, one for each page. */
export async function* writeFile(
  pages: AsyncIterable<ExportedService[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  let text = format.start;
  let isFirst = true;
  for await (const services of pages) {
    for (const service of services) {
      text += (isFirst ? '' : format.separator) + format.write(service);
      isFirst = false;
    }
    yield text;
    text = '';
  }
  yield format.end;
}
