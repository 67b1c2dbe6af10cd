import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComplianceApi } from '../../__testUtils__';
import { renderServices } from '../__testUtils__/renderServices';

jest.setTimeout(60_000);

/** What the browser was told to save. */
function captureFiles() {
  const files: { name: string; content: Blob }[] = [];
  let content: Blob;
  URL.createObjectURL = jest.fn(blob => {
    content = blob as Blob;
    return 'blob:services';
  });
  URL.revokeObjectURL = jest.fn();
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      files.push({ name: this.download, content });
    });
  return files;
}

async function exportAs(item: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('export of services', () => {
  afterEach(() => jest.restoreAllMocks());

  it('saves everything that matches under the name that it is given', async () => {
    const files = captureFiles();
    const api = new FakeComplianceApi();
    const exportServices = jest.fn(
      async (_query: object) =>
        new Response('entityRef\r\na', {
          headers: {
            'content-disposition': 'attachment; filename="estate.csv"',
          },
        }),
    );
    api.exportServices = exportServices;
    renderServices(
      api,
      '/?q=pay&level=bronze&query=%7B+kind:+api+%7D&sort=score&direction=desc',
    );
    await exportAs(/CSV/);
    expect(await screen.findByText('estate.csv was saved')).toBeInTheDocument();
    expect(exportServices).toHaveBeenCalledWith({
      format: 'csv',
      filter: { level: ['bronze'] },
      query: { kind: 'api' },
      fullText: 'pay',
      order: { field: 'score', direction: 'desc' },
    });
    expect(files).toEqual([{ name: 'estate.csv', content: expect.any(Blob) }]);
    expect(files[0].content.size).toBe(12);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:services');
  });

  it('says why it failed, and can be tried again', async () => {
    const files = captureFiles();
    const api = new FakeComplianceApi();
    const { exportServices } = api;
    api.exportServices = async () => {
      throw new Error('You may not export');
    };
    renderServices(api);
    await exportAs(/JSON/);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The services could not be exportedYou may not export',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();

    api.exportServices = exportServices;
    await exportAs(/JSON/);
    await waitFor(() =>
      expect(files.map(({ name }) => name)).toEqual(['services.json']),
    );
  });
});
