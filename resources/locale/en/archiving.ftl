# The archive package.
cli-archive = make an archive package of a document (--set KEY=TEXT for what the archive wants to know)
cli-verify-archive = check whether an archive package is still the same and gives the same text back
archive-made = Archive package made: { $path } ({ $files } files).
archive-restored = The checksums are right, and the workspace in the package gives the same text back.
archive-lacks = Not known yet, and so not in the metadata: { $what }.
archive-lacks-appraisal = the appraisal: kept for good (B) or to be destroyed (V)
archive-lacks-retention = the retention period, such as P20Y for twenty years
archive-lacks-restriction = the restriction on use, also when there is none (such as Openbaar)
archive-lacks-restriction-list = the list of terms that the restriction comes from
archive-lacks-retention-from-list = the list of terms that the event comes from with which the period begins
archive-lacks-category-list = the selection list that the category comes from
archive-lacks-classification-list = the filing plan that the classification comes from
archive-lacks-identification-source = the system that gave the number
archive-lacks-maker = whose papers they are
archive-sound = The package is as it was handed over: { $files } files are right and the workspace gives the same text back ({ $digest }).
archive-metadata-lacks = The metadata lacks something that must be there: { $path }
archive-folder = workspace
archive-history = Workspace “{ $title }”, with all versions
archive-history-about = The whole workspace with its history, as one file: a zip file with a git bundle.
archive-about = Version: { $version }. Text digest: { $digest }.
archive-readme-name = README.txt
archive-readme =
    Archive package of “{ $title }”, version { $version }.

    data/dossier/          the document and the workspace, each with their metadata (MDTO 1.0.1)
      name.pdf             PDF/A-2a
      name.odt, .xlsx, .html  the same document as a text, a workbook and a page
      name.md              the text itself (Markdown)
      name.coauthor        the workspace with all versions
      name.mdto.xml        metadata of a dossier or a record
      name.bestand.mdto.xml  metadata of a file
    manifest-sha256.txt    the checksums of all files (BagIt, RFC 8493)

    To check without Coauthor: sha256sum -c manifest-sha256.txt
    To check with Coauthor: coauthor verify-archive PACKAGE
    To restore the workspace with Coauthor: coauthor join FILE.coauthor FOLDER
    Without Coauthor: unpack the .coauthor file (it is a zip file) and use
    git clone versions.bundle
making-step-history = the workspace
making-step-metadata = the metadata
making-step-checksums = the checksums
making-step-check = the package is checked
bag-fault-declaration = { $path } does not say that this is a package by BagIt 1.0.
bag-fault-line = { $path } has a line that is no checksum: { $detail }
bag-fault-missing = This file is gone: { $path }
bag-fault-changed = This file was changed: { $path }
bag-fault-extra = This file does not belong here: { $path }
bag-fault-oxum = { $path } says another amount than there is ({ $detail }).
bag-fault-metadata = The metadata in { $path } is not valid: { $detail }
bag-fault-described = This file is not what its metadata says: { $path }
bag-fault-no-workspace = The package does not say which text is in it, or has not exactly one workspace.
bag-fault-text = { $path } is not the text that the package names.
bag-fault-restore = The workspace in { $path } cannot be restored ({ $detail }).
bag-fault-restored-text = The workspace in { $path } gives another text back.
error-archive-unsaved = “{ $document }” holds text that is in no version yet. Save a version first, or choose one with --version.
error-archive-unknown-key = “{ $key }” is nothing that the archive wants to know. Choose from: { $known }.
error-archive-unfit = “{ $value }” does not fit { $key }. An appraisal is B or V, a period is such as P20Y, a date such as 2026-11-27.
error-archive-no-value = Write “{ $said }” as KEY=TEXT.
error-archive-not-sound = When it was checked, the archive package was not equal to what should be in it ({ $kind }), so it was not made. Try again, and report it when it returns.
error-mdto-unfit = { $path } is no file with MDTO metadata.
error-bag-unfit = { $path } is no archive package: it lacks bagit.txt or manifest-sha256.txt. Choose the zip file or the folder that Coauthor made.
error-bag-unsafe = { $path } was not read: it leads outside itself or is larger than an archive package can be.
error-bag-unreadable = { $path } cannot be read; the package is damaged. Take another copy.
action-archive_document = &Make an archive package…
action-verify_archive = Check &an archive package…
version-archived = Archived
archive-file = archive
archive-files = Archive package (*.zip)
archive-verify-choose = Check an archive package
archive-verifying = Checking { $path }…
archive-not-same = { $path } is no longer what was handed over:
archive-dialog = Archive package
archive-dialog-help = The document as PDF/A, OpenDocument, workbook and page, the workspace with all versions, metadata (MDTO) and checksums, in one zip file. Leave empty what you do not know: it then stays out of the metadata.
archive-dialog-accept = Make the package
archive-dialog-file = File
archive-dialog-version = Version
archive-dialog-newest = The text of now
archive-dialog-appraisal = Appraisal
archive-appraisal-unknown = not known yet
archive-appraisal-B = kept for good
archive-appraisal-V = destroyed after the retention period
archive-dialog-retention = Retention period in years
archive-dialog-restriction = Restriction on use
archive-dialog-restriction-help = such as Openbaar (public)
archive-dialog-restriction-list = From which list
archive-dialog-restriction-list-help = the list of terms of your organisation
archive-dialog-category = Category
archive-dialog-category-help = from the selection list
archive-dialog-category-list = Which selection list
archive-dialog-category-list-help = such as Selectielijst gemeenten 2020
archive-dialog-identification = Number
archive-dialog-identification-help = such as the number of the case
archive-dialog-identification-source = From which system
archive-dialog-identification-source-help = such as the case system
archive-dialog-keep = Keep these answers with this workspace
