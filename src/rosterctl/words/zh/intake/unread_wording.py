"""What is said of files in a bureau's folder that are not read."""

NOT_READ_KEY = (
    "没有读取‘{name}’：bureau.yaml没有列出它",
    "在bureau.yaml的`{key}:`下列出，或把它移出文件夹",
)
NOT_READ = (
    "没有读取‘{name}’：bureau.yaml各项都没有列出它",
    "在bureau.yaml相应的项下列出，或把它移出文件夹",
)
