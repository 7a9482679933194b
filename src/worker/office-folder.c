/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office-folder.c: no link is followed here, no depth is a depth of calls, no name is believed */
#include "office-folder.h"

#include "error.h"
#include "maxima.h"
#include "streams.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME "dondoc-office-"
#define NAME_LETTERS 6    /* behind it, as mkdtemp makes them */
#define TRIES 16          /* to make a folder: another process may sweep it before it is locked */
#define SWEPT_MOST 16     /* folders at a time; the next start goes on */
#define DEPTH 16          /* of folders in folders; LibreOffice makes six */
#define SECTOR_BYTES 512u /* in which the system counts what a file takes */
#define PROFILE "profile/user/registrymodifications.xcu"
#define EXTENSIONS "profile/user/extensions"

/* Settings of LibreOffice, each by where it stands below org.openoffice; a version that does not know one passes it over */
static const struct {
	const char *path, *name, *value;
} settings[] = {
	/* no macro, whoever signed it; nothing fetched from where a document says */
	{"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
	{"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
	{"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
	{"Office.Common/Security/Scripting", "DisableActiveContent", "true"},
	{"Office.Writer/Content/Update", "Link", "0"},
	{"Office.Calc/Content/Update", "Link", "2"},
	{"Office.Java/VirtualMachine", "Enable", "false"},
	/* cells are what was computed when they were saved */
	{"Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"},
	{"Office.Calc/Formula/Load", "ODFRecalcMode", "1"},
	/* nobody is there to be asked, and there is no next time */
	{"Office.Recovery/RecoveryInfo", "Enabled", "false"},
	{"Office.Recovery/AutoSave", "Enabled", "false"},
	{"Office.Common/Misc", "FirstRun", "false"},
	{"Office.Common/Misc", "UseOpenCL", "false"},
	{"Office.Common/History", "PickListSize", "0"},
	{"Setup/Office", "ooSetupInstCompleted", "true"},
};

typedef DIR Folder;

static void
close_folder(Folder *folder)
{
	closedir(folder);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Folder, close_folder)

static bool
fail(const char *what, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "%s: %s", what, g_strerror(errno));
	return false;
}

static bool
write_file(const DdOfficeFolder *self, const char *name, const char *words, GError **error)
{
	int fd = openat(self->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done = fd >= 0 && dd_streams_write(fd, words, strlen(words));
	if (!done)
		fail(name, error);
	if (fd >= 0)
		close(fd);
	return done;
}

static bool
write_settings(const DdOfficeFolder *self, GError **error)
{
	g_autoptr(GString)
		xml = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items "
				   "xmlns:oor=\"http://openoffice.org/2001/registry\">\n");
	for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
		g_string_append_printf(xml,
			"<item oor:path=\"/org.openoffice.%s\"><prop oor:name=\"%s\" "
			"oor:op=\"fuse\">"
			"<value>%s</value></prop></item>\n",
			settings[i].path, settings[i].name, settings[i].value);
	g_string_append(xml, "</oor:items>\n");
	return write_file(self, PROFILE, xml->str, error);
}

/*
 * A LibreOffice that finds no extensions in its profile, as those of its own build left them, looks for some and wants to be started
 * again. Saying that this is done saves a start; where the build is not told it is started again
 */
static bool
write_build(const DdOfficeFolder *self, const char *program, GError **error)
{
	g_autofree char *place = g_path_get_dirname(program);
	g_autofree char *path = g_build_filename(place, "versionrc", NULL);
	g_autoptr(GKeyFile) version = g_key_file_new();
	g_autofree char *build = NULL;
	if (g_key_file_load_from_file(version, path, G_KEY_FILE_NONE, NULL))
		build = g_key_file_get_value(version, "Version", "buildid", NULL);
	return build == NULL ||
	       (write_file(self, EXTENSIONS "/buildid", build, error) &&
		       write_file(self, EXTENSIONS "/bundled/lastsynchronized", "1", error) &&
		       write_file(self, EXTENSIONS "/shared/lastsynchronized", "1", error));
}

/*
 * Returns: a descriptor that locks the folder until it is closed, as a kill does, too; -1 when another has it, or it is gone.
 * @is_new: fine, too, where the file system has no locks, and so nobody who sweeps gets one
 */
static int
lock_folder(const char *path, bool is_new)
{
	struct stat info;
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return -1;
	bool own = fstat(fd, &info) == 0 && info.st_uid == geteuid();
	bool locked = own && (flock(fd, LOCK_EX | LOCK_NB) == 0 || (is_new && errno != EWOULDBLOCK));
	/* whoever swept it meanwhile had the lock, and what is removed has no name any more */
	if (locked && fstat(fd, &info) == 0 && info.st_nlink > 0)
		return fd;
	close(fd);
	return -1;
}

/* Makes a folder and locks it. Returns: FALSE with @error */
static bool
make_locked(const char *parent, DdOfficeFolder *made, GError **error)
{
	for (unsigned i = 0; i < TRIES; i++) {
		g_autofree char *path = g_build_filename(parent, NAME "XXXXXX", NULL);
		if (mkdtemp(path) == NULL)
			return fail(parent, error);
		made->fd = lock_folder(path, true);
		if (made->fd >= 0) {
			made->path = g_steal_pointer(&path);
			return true;
		}
		/* one that is there and cannot be locked is not for us to write to */
		if (rmdir(path) != 0 && errno != ENOENT)
			break;
	}
	return fail(parent, error);
}

bool
dd_office_folder_make(
	const char *parent, const char *program, DdOfficeFolder *folder_out, GError **error)
{
	static const char *const folders[] = {"in", "out", "tmp", "profile", "profile/user",
		EXTENSIONS, EXTENSIONS "/bundled", EXTENSIONS "/shared"};
	g_auto(DdOfficeFolder) made = {.fd = -1};
	if (!make_locked(parent, &made, error))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
		if (mkdirat(made.fd, folders[i], 0700) != 0)
			return fail(folders[i], error);
	if (!write_settings(&made, error) || !write_build(&made, program, error))
		return false;
	folder_out->path = g_steal_pointer(&made.path);
	folder_out->fd = g_steal_fd(&made.fd);
	return true;
}

char *
dd_office_folder_get_path(const DdOfficeFolder *self, const char *name)
{
	return g_build_filename(self->path, name, NULL);
}

/* Opens a folder that may forbid it to be read. Returns: (transfer full) or NULL */
static Folder *
open_folder(int fd, const char *name)
{
	const int how = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	int one = openat(fd, name, how);
	if (one < 0 && errno == EACCES && fchmodat(fd, name, 0700, 0) == 0)
		one = openat(fd, name, how);
	Folder *folder = one >= 0 ? fdopendir(one) : NULL;
	if (folder == NULL && one >= 0)
		close(one);
	return folder;
}

/* Returns: (transfer none) the next entry but for the two that each folder has, NULL at the end */
static const char *
read_name(Folder *folder)
{
	for (;;) {
		const struct dirent *entry = readdir(folder); /* NOLINT(concurrency-mt-unsafe): one thread */
		if (entry == NULL)
			return NULL;
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			return entry->d_name;
	}
}

/* What was counted so far */
typedef struct {
	uint64_t bytes, files;
} Sum;

static bool
add(Sum *sum, const struct stat *info)
{
	sum->bytes += (uint64_t)info->st_blocks * SECTOR_BYTES;
	sum->files++;
	return sum->bytes <= DD_MAX_OFFICE_FOLDER_BYTES && sum->files <= DD_MAX_OFFICE_FILES;
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): no deeper than DEPTH */
add_folder(Sum *sum, int fd, const char *name, unsigned depth)
{
	g_autoptr(Folder) folder = open_folder(fd, name);
	if (folder == NULL)
		return errno == ENOENT; /* removed meanwhile */
	for (const char *one = read_name(folder); one != NULL; one = read_name(folder)) {
		struct stat info;
		if (fstatat(dirfd(folder), one, &info, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (!add(sum, &info) ||
			(S_ISDIR(info.st_mode) &&
				(depth == DEPTH || !add_folder(sum, dirfd(folder), one, depth + 1))))
			return false;
	}
	return true;
}

/* Files that are open and have no name any more take their room until they are closed */
static bool
add_removed(Sum *sum, pid_t pid)
{
	g_autofree char *path = g_strdup_printf("/proc/%d/fd", (int)pid);
	g_autoptr(Folder) folder = opendir(path);
	if (folder == NULL)
		return true; /* it has ended */
	for (const char *one = read_name(folder); one != NULL; one = read_name(folder)) {
		struct stat info;
		if (fstatat(dirfd(folder), one, &info, 0) == 0 && S_ISREG(info.st_mode) &&
			info.st_nlink == 0 && !add(sum, &info))
			return false;
	}
	return true;
}

bool
dd_office_folder_is_within(const DdOfficeFolder *self, pid_t pid)
{
	Sum sum = {0};
	return add_folder(&sum, self->fd, ".", 0) && add_removed(&sum, pid);
}

/*
 * Removes what is in a folder of the top one; what folders it has are moved to the top, for their turn to come: so a tree of any depth
 * goes, one step for each thing in it
 */
static void
empty_folder(int top, const char *name, uint64_t *moved)
{
	g_autoptr(Folder) folder = open_folder(top, name);
	if (folder == NULL)
		return;
	for (const char *one = read_name(folder); one != NULL; one = read_name(folder)) {
		if (unlinkat(dirfd(folder), one, 0) == 0 ||
			unlinkat(dirfd(folder), one, AT_REMOVEDIR) == 0)
			continue;
		/* to be moved, a folder must be one that may be written to: it keeps where it hangs */
		if (fchmodat(dirfd(folder), one, 0700, 0) != 0)
			continue;
		char other[32];
		/* names of the top's own that look so are there already and are not taken */
		do
			g_snprintf(other, sizeof(other), "%" G_GUINT64_FORMAT, ++*moved);
		while (renameat2(dirfd(folder), one, top, other, RENAME_NOREPLACE) != 0 &&
			errno == EEXIST);
	}
}

static bool
empty_top(int fd, uint64_t *moved)
{
	bool some = false;
	g_autoptr(Folder) top = open_folder(fd, ".");
	if (top == NULL)
		return false;
	for (const char *one = read_name(top); one != NULL; one = read_name(top)) {
		if (unlinkat(fd, one, 0) != 0) {
			empty_folder(fd, one, moved);
			if (unlinkat(fd, one, AT_REMOVEDIR) != 0)
				continue;
		}
		some = true;
	}
	return some;
}

void
dd_office_folder_clear(DdOfficeFolder *self)
{
	uint64_t moved = 0;
	if (self->fd >= 0) {
		/* each round removes something or is the last */
		while (empty_top(self->fd, &moved))
			;
		close(self->fd);
	}
	self->fd = -1;
	/* one that could not be emptied stays, and there is nobody to tell */
	if (self->path != NULL && rmdir(self->path) != 0)
		g_debug("%s: %s", self->path, g_strerror(errno));
	g_clear_pointer(&self->path, g_free);
}

void
dd_office_folder_sweep(const char *parent)
{
	unsigned swept = 0;
	g_autoptr(Folder) all = opendir(parent);
	if (all == NULL)
		return; /* what is to be made there says so */
	for (const char *one = read_name(all); one != NULL && swept < SWEPT_MOST;
		one = read_name(all)) {
		if (!g_str_has_prefix(one, NAME) || strlen(one) != strlen(NAME) + NAME_LETTERS)
			continue;
		g_auto(DdOfficeFolder) left = {.path = g_build_filename(parent, one, NULL), .fd = -1};
		left.fd = lock_folder(left.path, false);
		swept += left.fd >= 0;
		if (left.fd < 0)
			g_clear_pointer(&left.path, g_free); /* somebody's */
	}
}
