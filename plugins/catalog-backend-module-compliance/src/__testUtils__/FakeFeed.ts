import { LabelsResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { IncomingMessage, ServerResponse } from 'node:http';

type Labels = Record<string, string> | null;

/** Plays the feed of labels of the compliance backend. */
export class FakeFeed {
  /** Limits what is asked for. */
  pageSize = 1_000;
  /** Status of the answer to a request; 200 answers with a page. */
  status: (after: number) => number = () => 200;
  /** What was asked for. */
  readonly requests: {
    after: number;
    limit: number;
    authorization?: string;
  }[] = [];
  #feed = 1;
  #revision = 0;
  #items = new Map<string, LabelsResponse['items'][number]>();

  /** Changes the labels of entities; null makes one disappear. */
  set(changes: Record<string, Labels>) {
    for (const [entityRef, labels] of Object.entries(changes)) {
      this.#revision += 1;
      this.#items.set(entityRef, {
        entityRef,
        labels,
        revision: this.#revision,
      });
    }
  }

  /** Becomes another feed, without anything in it. */
  startAnew() {
    this.#feed += 1;
    this.#revision = 0;
    this.#items.clear();
  }

  /** Goes back to its beginning, as when an older backup is restored. */
  restore() {
    this.#revision = 0;
    this.#items.clear();
  }

  read(after: number, limit: number): LabelsResponse {
    if (after > this.#revision) {
      return { feed: 'unknown', items: [], hasMore: false };
    }
    const items = [...this.#items.values()]
      .filter(({ revision }) => revision > after)
      .sort((a, b) => a.revision - b.revision);
    const page = items.slice(0, Math.min(limit, this.pageSize));
    return {
      feed: `feed-${this.#feed}`,
      items: page,
      hasMore: page.length < items.length,
    };
  }

  /** Answers `GET /labels` of a server or of a router. */
  readonly handler = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(
      request.url!,
      'http://compliance',
    );
    const after = Number(searchParams.get('after'));
    const limit = Number(searchParams.get('limit'));
    const { authorization } = request.headers;
    this.requests.push({ after, limit, authorization });
    response.statusCode = pathname === '/labels' ? this.status(after) : 404;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        response.statusCode === 200
          ? this.read(after, limit)
          : { error: { name: 'Error', message: 'Out of order' } },
      ),
    );
  };
}
