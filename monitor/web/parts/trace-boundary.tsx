import { Component, type ReactNode } from 'react';

/** Keeps a fault in drawing to itself: the heart rate and the alarms beside the traces must go on. */
export class TraceBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <figure className="ecg" id="trace" tabIndex={-1}>
        <div className="no-signal" role="alert">
          <p className="title">The traces cannot be drawn</p>
          <p>Heart rate and alarms go on. Reload the page to try again.</p>
        </div>
      </figure>
    );
  }
}
