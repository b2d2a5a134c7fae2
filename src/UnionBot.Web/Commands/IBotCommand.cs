using System.CommandLine;

namespace UnionBot.Web.Commands;

/// <summary>One command of the command line: its name, its options and what it does, in a file of its own.</summary>
internal interface IBotCommand
{
    Command Describe();
}
