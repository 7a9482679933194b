/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sandbox.c: the steps into the sandbox, each of which must be taken */
#include "sandbox.h"

#include "error.h"
#include "steps.h"

#include <errno.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define STACK_BYTES ((rlim_t)8 << 20) /* depths are limited; this is what they are limited for */

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) ||                               \
	__has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                     \
	__has_feature(memory_sanitizer)
#define WHOLE 0
#else
#define WHOLE 1
#endif

typedef struct {
	__rlimit_resource_t resource; /* glibc wants its enum */
	rlim_t soft, hard;
} Limit;

bool
dd_sandbox_is_whole(void)
{
	return WHOLE;
}

static bool
fail(const char *step, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "%s: %s", step, g_strerror(errno));
	return false;
}

static bool
set_limits(const Limit *limits, size_t n, GError **error)
{
	for (size_t i = 0; i < n; i++) {
		struct rlimit now;
		if (getrlimit(limits[i].resource, &now) != 0)
			return fail("getrlimit", error);
		/* whoever started us may have left less than that: then it stays less */
		now.rlim_max = MIN(now.rlim_max, limits[i].hard);
		now.rlim_cur = MIN(now.rlim_cur, MIN(limits[i].soft, now.rlim_max));
		if (setrlimit(limits[i].resource, &now) != 0)
			return fail("setrlimit", error);
	}
	return true;
}

/* Limits that hold in every build */
static bool
limit_time(uint32_t cpu_seconds, GError **error)
{
	const Limit all[] = {
		/* SIGXCPU at the first, which says what it was; SIGKILL at the second */
		{RLIMIT_CPU, cpu_seconds, (rlim_t)cpu_seconds + 1},
		{RLIMIT_CORE, 0, 0},
	};
	return set_limits(all, G_N_ELEMENTS(all), error);
}

static bool
limit_rest(const DdSandboxLimits *limits, GError **error)
{
	const Limit all[] = {
		{RLIMIT_AS, limits->memory_bytes, limits->memory_bytes},
		{RLIMIT_FSIZE, limits->output_bytes, limits->output_bytes},
		{RLIMIT_STACK, STACK_BYTES, STACK_BYTES},
		{RLIMIT_NOFILE, 0, 0}, /* those that are open stay so */
		{RLIMIT_NPROC, 0, 0},
		{RLIMIT_MEMLOCK, 0, 0},
		{RLIMIT_MSGQUEUE, 0, 0},
	};
	return set_limits(all, G_N_ELEMENTS(all), error);
}

/* Root in a box is root: it could raise its limits again if the filter had a hole */
static bool
drop_capabilities(GError **error)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	const struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};
	return syscall(SYS_capset, &header, none) == 0 || fail("capset", error);
}

static bool
start(const DdSandboxLimits *limits, GError **error)
{
	return limits->start == NULL || limits->start(error);
}

bool
dd_sandbox_enter(const DdSandboxLimits *limits, GError **error)
{
	g_return_val_if_fail(limits != NULL, false);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return fail("PR_SET_NO_NEW_PRIVS", error);
	if (close_range(STDERR_FILENO + 1, ~0U, 0) != 0)
		return fail("close_range", error);
	if (!limit_time(limits->cpu_seconds, error))
		return false;
	if (!dd_sandbox_is_whole())
		return start(limits, error);
	/* neither core files nor other processes of this user get to see what the file says */
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
		return fail("PR_SET_DUMPABLE", error);
	/* a ruleset is a descriptor for a moment: before the limit of those. The filter last: it forbids all these steps */
	return dd_sandbox_deny_paths(NULL, 0, error) && drop_capabilities(error) &&
	       start(limits, error) && limit_rest(limits, error) &&
	       dd_sandbox_deny_calls(limits->refuses_files, error);
}

bool
dd_sandbox_enter_for_office(const DdOfficeLimits *limits, GError **error)
{
	g_return_val_if_fail(limits != NULL, false);
	const Limit all[] = {
		{RLIMIT_AS, limits->memory_bytes, limits->memory_bytes},
		{RLIMIT_FSIZE, limits->file_bytes, limits->file_bytes},
		{RLIMIT_STACK, STACK_BYTES, STACK_BYTES},
		{RLIMIT_NOFILE, limits->descriptors, limits->descriptors},
		{RLIMIT_MEMLOCK, 0, 0},
		{RLIMIT_MSGQUEUE, 0, 0},
	};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return fail("PR_SET_NO_NEW_PRIVS", error);
	if (!limit_time(limits->cpu_seconds, error) ||
		!dd_sandbox_deny_paths(limits->paths, limits->n_paths, error) ||
		!drop_capabilities(error) || !dd_sandbox_deny_office_calls(error))
		return false;
	/* last, and allowed by the filter: a build with sanitizers needs more memory to load one */
	return set_limits(all, G_N_ELEMENTS(all), error);
}
