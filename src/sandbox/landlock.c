/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * landlock.c: whatever Landlock knows of is denied. For a reader of files the ruleset has not a single rule: the filter of system
 * calls denies the same and more, and this holds where a hole in one of the two lets something through. For an office program
 * it is what keeps it among a few folders.
 */
#include "error.h"
#include "steps.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
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

/* What may be done with a file, and in a folder besides; neither devices nor pipes nor sockets are made */
#define READ_FILE LANDLOCK_ACCESS_FS_READ_FILE
#define RUN_FILE LANDLOCK_ACCESS_FS_EXECUTE
#define TRUNCATE ((uint64_t)1 << 14) /* of ABI 3 */
#define REFER ((uint64_t)1 << 13)    /* of ABI 2 */
#define WRITE_FILE (LANDLOCK_ACCESS_FS_WRITE_FILE | TRUNCATE)
#define READ_FOLDER LANDLOCK_ACCESS_FS_READ_DIR
#define WRITE_FOLDER                                                                               \
	(LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR |                               \
		LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | REFER)

/* Lets one path stay in reach. Returns: FALSE with errno; what is not there needs no rule */
static bool
keep(int ruleset_fd, const Ruleset *ruleset, const DdSandboxPath *kept)
{
	int fd = open(kept->path, O_PATH | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	struct stat info;
	bool is_folder = fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
	uint64_t access = READ_FILE | (kept->runs ? RUN_FILE : 0) | (kept->writes ? WRITE_FILE : 0);
	if (is_folder)
		access |= READ_FOLDER | (kept->writes ? WRITE_FOLDER : 0);
	const struct landlock_path_beneath_attr rule = {
		.allowed_access = access & ruleset->fs, .parent_fd = fd};
	bool done = syscall(SYS_landlock_add_rule, ruleset_fd, LANDLOCK_RULE_PATH_BENEATH, &rule,
			    0) == 0;
	int why = errno;
	close(fd);
	errno = why;
	return done;
}

bool
dd_sandbox_deny_paths(const DdSandboxPath *kept, size_t n, GError **error)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (abi < 1)
		return fail("landlock_create_ruleset", error);
	Ruleset ruleset = get_ruleset((int)MIN(abi, G_MAXINT));
	long fd = syscall(SYS_landlock_create_ruleset, &ruleset,
		get_ruleset_size((int)MIN(abi, G_MAXINT)), 0);
	if (fd < 0)
		return fail("landlock_create_ruleset", error);
	bool done = true;
	for (size_t i = 0; done && i < n; i++) {
		done = keep((int)fd, &ruleset, &kept[i]);
		if (!done)
			fail("landlock_add_rule", error);
	}
	if (done) {
		done = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
		if (!done)
			fail("landlock_restrict_self", error);
	}
	close((int)fd);
	return done;
}
