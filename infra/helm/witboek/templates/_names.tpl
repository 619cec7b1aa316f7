{{- /* The chart uses only what Go's own template language has, so that its test can render it with that language alone. */ -}}
{{- define "witboek.name" -}}
{{ .Release.Name }}-witboek
{{- end -}}
