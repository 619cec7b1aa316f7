import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { setTimeout as pause } from 'node:timers/promises'
import type { EndSpan, Traces } from './traces.ts'

/** A collector that takes longer than this (ms) goes without: nobody waits for it, at the end neither. */
const patience = 2_000

const kinds = { asked: SpanKind.SERVER, inside: SpanKind.INTERNAL } as const

/** The one file that knows OpenTelemetry. It is loaded only when there is a collector. */
export class CollectedTraces implements Traces {
  private readonly provider: TracerProvider
  private readonly tracer: Tracer

  constructor(collector: string) {
    const url = `${collector.replace(/\/$/, '')}/v1/traces`
    const exporter = new OTLPTraceExporter({ url, timeoutMillis: patience })
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'witboek' }),
      // What does not fit is dropped: a collector that is away costs no memory.
      spanProcessors: [
        new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000, exportTimeoutMillis: patience }),
      ],
    })
    this.tracer = this.provider.getTracer('witboek')
  }

  begin(name: string, what: keyof typeof kinds): EndSpan {
    const span = this.tracer.startSpan(name, { kind: kinds[what] })
    return (told = {}, failed = false) => {
      for (const [key, value] of Object.entries(told)) if (value !== undefined) span.setAttribute(key, value)
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    }
  }

  async close(): Promise<void> {
    await Promise.race([this.provider.shutdown().catch(() => undefined), pause(patience)])
  }
}
