package time

import "syscall"

// Seconds added to the wall clock.
var clockOffset = secondsFrom("CHART_PROVENANCE_CLOCK_OFFSET")

// When it is not 0, the second since 1970 at which the wall clock stands still.
var clockStopped = secondsFrom("CHART_PROVENANCE_CLOCK_STOPPED")

func secondsFrom(variable string) int64 {
	text, _ := syscall.Getenv(variable)
	digits, negative := text, false
	if len(text) > 0 && text[0] == '-' {
		digits, negative = text[1:], true
	}
	seconds := int64(0)
	for _, digit := range []byte(digits) {
		if digit < '0' || digit > '9' {
			panic(variable + " is not a number of seconds: " + text)
		}
		seconds = seconds*10 + int64(digit-'0')
	}
	if negative {
		return -seconds
	}
	return seconds
}
