/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * landlock.c: a ruleset without a single rule: whatever Landlock knows of is denied. The filter of system calls denies the
 * same and more; this holds where a hole in one of the two lets something through.
 */
#include "error.h"
#include "steps.h"

#include <errno.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's struct as of ABI 6; the header of the build may be older and know its first member only */
typedef struct {
	uint64_t fs, net, scoped;
} Ruleset;

/* What each ABI brought, counted in bits from the lowest: a later one handles those of all before */
static const struct {
	int abi;
	unsigned fs, net, scoped;
} rights[] = {
	{1, 13, 0, 0}, /* execute, write, read, list, remove, make */
	{2, 14, 0, 0}, /* refer */
	{3, 15, 0, 0}, /* truncate */
	{4, 15, 2, 0}, /* bind and connect TCP */
	{5, 16, 2, 0}, /* ioctl of devices */
	{6, 16, 2, 2}, /* abstract unix sockets, signals to those outside */
};

static uint64_t
first_bits(unsigned n)
{
	return ((uint64_t)1 << n) - 1;
}

static Ruleset
get_ruleset(int abi)
{
	Ruleset ruleset = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(rights) && rights[i].abi <= abi; i++) {
		ruleset.fs = first_bits(rights[i].fs);
		ruleset.net = first_bits(rights[i].net);
		ruleset.scoped = first_bits(rights[i].scoped);
	}
	return ruleset;
}

static size_t
get_ruleset_size(int abi)
{
	if (abi >= 6)
		return sizeof(Ruleset);
	return abi >= 4 ? offsetof(Ruleset, scoped) : offsetof(Ruleset, net);
}

static bool
fail(const char *call, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED, "%s: %s", call, g_strerror(errno));
	return false;
}

bool
dd_sandbox_deny_paths(GError **error)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (abi < 1)
		return fail("landlock_create_ruleset", error);
	Ruleset ruleset = get_ruleset((int)MIN(abi, G_MAXINT));
	long fd = syscall(SYS_landlock_create_ruleset, &ruleset,
		get_ruleset_size((int)MIN(abi, G_MAXINT)), 0);
	if (fd < 0)
		return fail("landlock_create_ruleset", error);
	bool restricted = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
	if (!restricted)
		fail("landlock_restrict_self", error);
	close((int)fd);
	return restricted;
}
