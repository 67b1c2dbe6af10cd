import { toError } from '@backstage/errors';
import { defineStandard } from '@service-compliance/backstage-plugin-compliance-common';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeIssue } from '../config/issues';
import { problem, quote } from '../config/problems';
import { fileSchema } from './fileSchema';
import { AddedStandards } from './types';
import { YamlFile } from './YamlFile';

/**
 * Reads the files that `compliance.standards` names. A relative path starts
 * from the folder that the backend is started in, as that of a file location of
 * the catalog does.
 *
 * @returns what can be read, with one line for each problem of the rest; what
 * the files say about each other is looked at when all standards are known.
 */
export async function readStandardFiles(
  paths: readonly string[],
): Promise<AddedStandards> {
  const read = await Promise.all(
    paths.map(async (path, index): Promise<AddedStandards> => {
      try {
        return parseStandardFile(path, await readFile(resolve(path), 'utf8'));
      } catch (error) {
        return failed(
          problem({
            path: `compliance.standards[${index}]`,
            found: quote(path),
            expected: `a file that can be read (${toError(error).message})`,
          }),
        );
      }
    }),
  );
  return {
    standards: read.flatMap(({ standards }) => standards),
    crosswalks: read.flatMap(({ crosswalks }) => crosswalks),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function failed(...problems: string[]): AddedStandards {
  return { standards: [], crosswalks: [], problems };
}

/** Reads the content of a file; messages call it by its name. */
function parseStandardFile(name: string, content: string): AddedStandards {
  const file = new YamlFile(name, content);
  if (file.problems.length > 0) {
    return failed(...file.problems);
  }
  const parsed = fileSchema.safeParse(file.data);
  if (!parsed.success) {
    return failed(
      ...parsed.error.issues.flatMap(issue =>
        describeIssue(issue, file.data, file.at),
      ),
    );
  }
  const { crosswalks, ...definition } = parsed.data;
  return {
    standards: [{ item: defineStandard(definition), at: file.at }],
    crosswalks: crosswalks.map((crosswalk, index) => ({
      item: {
        ...crosswalk,
        id: `${definition.id}-to-${crosswalk.target}`,
        source: definition.id,
      },
      at: path => file.at(['crosswalks', index, ...path]),
    })),
    problems: [],
  };
}
