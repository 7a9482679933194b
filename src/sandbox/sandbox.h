/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sandbox.h: gives up what a reader of files does not need, for good: no files, no network, no other process, limits on
 * memory, processor time and output. To be called before the first byte of a file is looked at. Fails closed: when the
 * kernel refuses one step the caller must end.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
	uint64_t memory_bytes; /* of address space */
	uint32_t cpu_seconds;  /* of processor time; SIGXCPU ends the process then */
	uint64_t output_bytes; /* of a file written to; a pipe has none */
	/* Large libraries look for files whatever they are given, and do without: asking is answered with EACCES and does not kill */
	bool refuses_files;
	/* Starts threads, which are bound like the rest: called when there are no files any more, before calls are forbidden. NULL none */
	bool (*start)(GError **error);
} DdSandboxLimits;

/*
 * Takes effect for the process and all it may ever become. Afterwards it may read descriptor 0, write to 1 and 2 (all others
 * are closed), use its memory, and end; all else kills it with SIGSYS. What libraries load at first use (locales, modules of
 * iconv) must be loaded before. May fail half way: part of what was given up is gone then.
 * Returns: FALSE when a step could not be taken: DD_ERROR_UNSUPPORTED (the kernel has no seccomp or Landlock, or may not use
 * them here), DD_ERROR_IO (a limit was refused)
 */
bool
dd_sandbox_enter(const DdSandboxLimits *limits, GError **error);
/*
 * Returns: FALSE in builds with sanitizers, which need what the filter forbids: memory in great reaches, files under /proc, a
 * second process. Then dd_sandbox_enter closes descriptors and limits processor time, no more
 */
bool
dd_sandbox_is_whole(void);

G_END_DECLS
