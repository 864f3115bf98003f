/** A task of a run on its way to a worker. */
export interface Ticket {
  readonly task: unknown;
  /** Nothing else may be in the worker with it, so that only it can be what the worker dies of. */
  readonly alone: boolean;
}

/** Where a run's tasks come from: an iterable, of which only as many are taken as are asked for. */
export interface TaskSource {
  /** The next ticket, if there is one now; `wake` is called when there may be one later. */
  readonly take: () => Ticket | undefined;
  /** Tickets that are to be taken again, before all others. */
  readonly giveBack: (tickets: readonly Ticket[]) => void;
  /** A task that was taken has its outcome. */
  readonly settle: () => void;
  /** Nothing more is taken from the iterable, and what was given back is forgotten. */
  readonly stop: () => void;
  /** Whether every task that was taken has its outcome and no more will come. */
  readonly isDone: () => boolean;
}

export function createTaskSource(
  tasks: Iterable<unknown> | AsyncIterable<unknown>,
  wake: () => void,
  onError: (error: unknown) => void,
): TaskSource {
  const iterator = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  let waiting: Ticket[] = [];
  let open = 0;
  let isPulling = false;
  let isEnded = false;
  let isStopped = false;
  const accept = (next: IteratorResult<unknown>): void => {
    if (next.done) isEnded = true;
    if (isEnded) return;
    open += 1;
    waiting.push({ task: next.value, alone: false });
  };
  const pull = async (next: Promise<IteratorResult<unknown>>): Promise<void> => {
    isPulling = true;
    try {
      accept(await next);
    } catch (error) {
      onError(error);
    }
    isPulling = false;
    wake();
  };
  return {
    take: () => {
      if (waiting.length > 0 || isEnded || isPulling) return waiting.shift();
      try {
        const next = iterator.next();
        if (next instanceof Promise) void pull(next);
        else accept(next);
      } catch (error) {
        onError(error);
      }
      return waiting.shift();
    },
    giveBack: (tickets) => {
      if (isStopped) open -= tickets.length;
      else waiting = [...tickets, ...waiting];
    },
    settle: () => {
      open -= 1;
    },
    stop: () => {
      // A source in the middle of its next task may never end that; nobody waits for it.
      if (!isEnded) void Promise.resolve(iterator.return?.()).catch(() => {});
      isEnded = true;
      isStopped = true;
      open -= waiting.length;
      waiting = [];
    },
    isDone: () => isEnded && open === 0 && (isStopped || !isPulling),
  };
}
