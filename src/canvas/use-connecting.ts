import { type OnConnectEnd, type OnConnectStart, useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import { useApp } from '../hooks/app-context.ts';
import { useView } from '../hooks/use-state.ts';
import { connect } from '../store/edit.ts';

/**
 * Drawing a relationship: by dragging from a connection point to any part of a party, or by choosing a
 * connection point and then a party. Any party may be the end; what that would mean shows beforehand.
 */
export function useConnecting() {
  const app = useApp();
  const flow = useReactFlow();
  const store = useStoreApi();
  const from = useView((state) => state.connectingFrom);
  const isCancelled = useRef(false);

  useEffect(() => {
    if (from === null) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      isCancelled.current = true;
      store.getState().cancelConnection();
      app.view.setState({ connectingFrom: null });
    };
    addEventListener('keydown', cancel, true);
    return () => removeEventListener('keydown', cancel, true);
  }, [from, app, store]);

  const onConnectStart = useCallback<OnConnectStart>(
    (_, { nodeId }) => {
      isCancelled.current = false;
      app.view.setState({ connectingFrom: nodeId });
    },
    [app],
  );

  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { fromNode }) => {
      app.view.setState({ connectingFrom: null });
      if (isCancelled.current || !fromNode) return;
      const { clientX, clientY } =
        'changedTouches' in event ? (event.changedTouches[0] as Touch) : event;
      const at = flow.screenToFlowPosition({ x: clientX, y: clientY });
      const [target] = flow.getIntersectingNodes({ ...at, width: 1, height: 1 });
      if (target && target.id !== fromNode.id) connect(app, fromNode.id, target.id);
    },
    [app, flow],
  );

  /** The second of two clicks. */
  const onNodeClick = useCallback(
    (_: unknown, { id }: { readonly id: string }) => {
      const { connectingFrom } = app.view.getState();
      if (connectingFrom === null || connectingFrom === id) return;
      app.view.setState({ connectingFrom: null });
      connect(app, connectingFrom, id);
    },
    [app],
  );

  const onPaneClick = useCallback(() => app.view.setState({ connectingFrom: null }), [app]);

  return { onConnectStart, onConnectEnd, onNodeClick, onPaneClick };
}
