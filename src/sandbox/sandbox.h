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
/* A file, or a folder with what is below it, that stays in reach: to be read, and what else is said */
typedef struct {
	const char *path; /* one that is not there is passed over */
	bool runs;        /* may be executed */
	bool writes; /* may be written; in a folder files and folders may be made and removed, but no devices, pipes, links */
} DdSandboxPath;

/* What is left to an office program, which is too large for the sandbox of a reader */
typedef struct {
	const DdSandboxPath *paths;
	size_t n_paths;
	uint64_t memory_bytes; /* of address space */
	uint32_t cpu_seconds;  /* of processor time; SIGXCPU then, SIGKILL a second later */
	uint64_t file_bytes;   /* of one file that it writes */
	uint32_t descriptors;  /* that are open at a time */
} DdOfficeLimits;

/*
 * Takes effect for the process and what it executes, which is to come next: threads, but no other process; the paths that are told,
 * of others no more than whether they are there; no network, no socket of others, no signal to others, no terminal. What is
 * forbidden fails and does not kill, for large programs ask for much that they do not need. In every build, for what is executed has
 * no sanitizers. Returns: as dd_sandbox_enter
 */
bool
dd_sandbox_enter_for_office(const DdOfficeLimits *limits, GError **error);
/*
 * Returns: FALSE in builds with sanitizers, which need what the filter forbids: memory in great reaches, files under /proc, a
 * second process. Then dd_sandbox_enter closes descriptors and limits processor time, no more
 */
bool
dd_sandbox_is_whole(void);

G_END_DECLS
